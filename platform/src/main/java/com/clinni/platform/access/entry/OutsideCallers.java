package com.clinni.platform.access.entry;

import java.util.List;

/**
 * The routes that others are meant to call, whatever site and media type they name: providers'
 * webhooks, which are signed, and one-click unsubscribing as RFC 8058 has it, whose path nobody can
 * guess. They stand here and nowhere else.
 */
final class OutsideCallers {

    private static final List<String> ROUTES = List.of("/webhooks/", "/preferences/");

    private OutsideCallers() {}

    /** True for a path of theirs; one that leads out of it again is not. */
    static boolean mayCall(String path) {
        return !path.contains("..") && ROUTES.stream().anyMatch(path::startsWith);
    }
}
