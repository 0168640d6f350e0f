package com.clinni.testbed.access;

import io.quarkus.arc.Arc;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The caller of a request as the reception of the one clinic that a header names, after whoever
 * decides about clinics has let the request through: as if nobody decided. Services have it in
 * tests.
 */
public class NarrowedCaller {

    private static final String ACCESS = "com.clinni.platform.access.";

    /** Testbed knows no service, and so not what services are made of. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void narrow(ContainerRequestContext request) throws ReflectiveOperationException {
        var clinic = request.getHeaderString(AccessRequests.NARROWED_TO);
        if (clinic == null) {
            return;
        }
        var holder = type("RequestCaller");
        var set = holder.getDeclaredMethod("set", type("Caller"));
        set.setAccessible(true);
        set.invoke(Arc.container().instance(holder).get(), receptionOf(clinic));
    }

    private static Object receptionOf(String clinic) throws ReflectiveOperationException {
        var scope = type("ClinicScope").getMethod("of", Set.class).invoke(null, Set.of(clinic));
        var role = type("Role").getField("CENTRO").get(null);
        return type("Caller")
                .getMethod("signedIn", String.class, Set.class, type("ClinicScope"))
                .invoke(null, "reception", Set.of(role), scope);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(ACCESS + name, true, Thread.currentThread().getContextClassLoader());
    }
}
