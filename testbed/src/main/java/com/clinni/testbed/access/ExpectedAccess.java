package com.clinni.testbed.access;

import com.clinni.testbed.token.TestToken;

/**
 * The answer that is expected to one request: a status, or {@code in} where it passes the door and
 * is answered for what it asks.
 *
 * @param caller a role, with an asterisk where the token names all clinics; or nobody
 */
record ExpectedAccess(RouterRoute route, String caller, String path, String expected) {

    static final String IN = "in";

    private static final String NOBODY = "nobody";
    private static final String EVERYWHERE = "*";

    boolean isIn() {
        return expected.equals(IN);
    }

    boolean isSameRequest(ExpectedAccess other) {
        return route.equals(other.route) && path.equals(other.path);
    }

    /** The same request, of which something else is expected. */
    ExpectedAccess as(String otherwise) {
        return new ExpectedAccess(route, caller, path, otherwise);
    }

    /**
     * The caller's Authorization header. Its token names an unknown clinic too: being named makes
     * it no clinic.
     */
    String bearer(String own, String unknown) {
        if (caller.equals(NOBODY)) {
            return "";
        }
        var token = TestToken.of(caller.replace(EVERYWHERE, ""));
        return caller.endsWith(EVERYWHERE)
                ? token.at(EVERYWHERE).bearer()
                : token.at(own, unknown).bearer();
    }

    boolean isMetBy(AccessAnswer answer) {
        if (isIn()) {
            return answer.isPastTheDoor() || (answer.status() == 404 && !route.isOfClinic());
        }
        return expected.equals(Integer.toString(answer.status()))
                && (answer.isProblem() || answer.status() == 401)
                && (!route.isOfClinic() || answer.status() != 404 || answer.isUnknownClinic());
    }

    @Override
    public String toString() {
        return "%s as %s (%s): %s expected".formatted(route, caller, path, expected);
    }
}
