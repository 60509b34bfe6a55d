export const prepareFindings = () => () => {};
