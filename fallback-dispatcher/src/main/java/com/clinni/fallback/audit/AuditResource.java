package com.clinni.fallback.audit;

import com.clinni.fallback.problem.PageNumber;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Replays, discards and top-ups, the newest first. */
@Path("/audit")
class AuditResource {

    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    record Page(int page, List<Audit.Entry> items) {}

    @GET
    public Page list(@QueryParam("page") String written) {
        var page = PageNumber.of(written);
        return QuarkusTransaction.requiringNew()
                .call(() -> new Page(page.number(), audit.newest(page)));
    }
}
