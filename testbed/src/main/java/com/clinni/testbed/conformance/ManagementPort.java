package com.clinni.testbed.conformance;

import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** The port on which the service under test tells of its health and its metrics. */
public final class ManagementPort {

    private ManagementPort() {}

    /** The address of its metrics. */
    public static URI metrics() {
        return at("/q/metrics");
    }

    /**
     * The address of one of its health checks.
     *
     * @param kind started, live or ready
     */
    public static URI health(String kind) {
        return at("/q/health/" + kind);
    }

    private static URI at(String path) {
        var base = ConfigProvider.getConfig().getValue("test.management.url", URI.class);
        return base.resolve(path);
    }
}
