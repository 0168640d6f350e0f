package com.clinni.appointments;

import com.clinni.platform.access.Caller;
import com.clinni.platform.access.ClinicScope;
import com.clinni.platform.access.Role;
import io.quarkus.arc.Arc;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The caller of a request as a caller of the one clinic that a header names, after whoever decides
 * about clinics has let the request through: as if nobody decided.
 */
class NarrowedCaller {

    static final String HEADER = "X-Test-Narrowed-To";

    private static final String ACCESS = "com.clinni.platform.access.";

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void narrow(ContainerRequestContext request) throws ReflectiveOperationException {
        var clinic = request.getHeaderString(HEADER);
        if (clinic != null) {
            var holder =
                    Class.forName(
                            ACCESS + "RequestCaller",
                            true,
                            Thread.currentThread().getContextClassLoader());
            var set = holder.getDeclaredMethod("set", Caller.class);
            set.setAccessible(true);
            set.invoke(
                    Arc.container().instance(holder).get(),
                    Caller.signedIn(
                            "reception", Set.of(Role.CENTRO), ClinicScope.of(Set.of(clinic))));
        }
    }
}
