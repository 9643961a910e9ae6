import { ApiError } from '../types';

export function invalidArgument(message: string): ApiError {
  return new ApiError(400, 'INVALID_ARGUMENT', message);
}

/** Google answers an unknown path with an HTML page; the host says it in the API's own shape. */
export function noSuchPage(path: string): ApiError {
  return new ApiError(404, 'NOT_FOUND', `The requested URL ${path} was not found on this server.`);
}

export function noCredentials(): ApiError {
  return unauthenticated('Request is missing required authentication credential.', 'CREDENTIALS_MISSING');
}

/** For a token that is no mail address: here the address itself is the token. */
export function badCredentials(): ApiError {
  return unauthenticated('Request had invalid authentication credentials.', 'ACCESS_TOKEN_INVALID');
}

function unauthenticated(cause: string, reason: string): ApiError {
  const advice = 'Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';
  return new ApiError(401, 'UNAUTHENTICATED', `${cause} ${advice}`, [{
    '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
    reason,
    domain: 'googleapis.com',
    metadata: { service: 'sheets.googleapis.com' },
  }]);
}
