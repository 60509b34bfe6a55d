"""Every read of meetings. Each takes the viewer and gives back what that viewer may see."""
