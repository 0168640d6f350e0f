package com.clinni.platform.access;

import com.clinni.events.audit.AuditAction;
import com.clinni.events.audit.AuditOutcome;
import com.clinni.platform.access.LastSeen.Session;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.quarkus.security.AuthenticationRedirectException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sign-outs of people, as the access log has them. A person who signs out ends every session of
 * theirs that began before: on other machines, and on copies of the browser's cookies.
 */
@ApplicationScoped
class SignOuts {

    private static final Sql ADD = Sql.named("access-log/add");
    private static final Sql SIGNED_OUT = Sql.named("access-log/signed-out");
    private static final Caller ITSELF = Caller.thisService("sessions");

    private final Database database;
    private final Clock clock;
    private final Optional<String> address;
    private final Optional<String> goodbye;

    SignOuts(
            Database database,
            Clock clock,
            @ConfigProperty(name = "quarkus.oidc.pages.logout.path") Optional<String> address,
            @ConfigProperty(name = "quarkus.oidc.pages.logout.post-logout-path")
                    Optional<String> goodbye) {
        this.database = database;
        this.clock = clock;
        this.address = address;
        this.goodbye = goodbye;
    }

    /** True for the address by which people sign out. */
    boolean isAskedBy(RoutingContext request) {
        return address.filter(request.normalizedPath()::equals).isPresent();
    }

    /** The way to the page that says so, where the provider has nothing left to end. */
    RuntimeException done() {
        return new AuthenticationRedirectException(goodbye.orElse("/"));
    }

    void add(Caller person) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("at", clock.instant());
        values.put("subject", person.subject());
        values.put("role", person.rolesOnRecord());
        values.put("clinicId", null);
        values.put("action", AuditAction.SIGNED_OUT);
        values.put("subjectId", person.subject());
        values.put("reason", null);
        values.put("outcome", AuditOutcome.DONE);
        values.put("requestId", null);
        CurrentCaller.run(person, () -> database.update(ADD, values));
    }

    boolean haveEnded(Session session) {
        var asked =
                Map.of(
                        "subject", session.subject(),
                        "action", AuditAction.SIGNED_OUT,
                        "begun", session.begun());
        return CurrentCaller.call(
                ITSELF,
                () -> database.first(SIGNED_OUT, asked, row -> row.instant("at")).isPresent());
    }
}
