package com.clinni.testbed.access;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/**
 * A method and a path that the router of the service under test knows, whether a document names
 * them or not.
 *
 * @param path with its parameters in braces
 */
public record RouterRoute(String method, String path) {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    /** All of the service under test. */
    public static List<RouterRoute> all() {
        var found = new ArrayList<RouterRoute>();
        RuntimeResourceVisitor.visitRuntimeResources(
                "",
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
                new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(
                            String method, String path, RuntimeResource resource) {
                        found.add(new RouterRoute(method, path));
                    }
                });
        return List.copyOf(found);
    }

    /** True where the path names a clinic. */
    boolean isOfClinic() {
        return path.contains("{clinicId}");
    }

    /** True where the router takes such a request for one of this route's. */
    boolean takes(String asked, String concrete) {
        return method.equals(asked) && concrete.matches(path.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    /** The path at a clinic; whatever else it names does not exist. */
    String at(String clinicId) {
        return path.replace("{clinicId}", clinicId).replaceAll("\\{[^}]+}", NOBODY);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
