package com.clinni.reminders.request;

import com.clinni.platform.database.Sql;
import com.clinni.platform.retention.RetentionRule;
import com.clinni.platform.retention.RetentionRules;
import jakarta.inject.Singleton;
import java.time.Period;
import java.util.List;

/** Requests go when nobody can replay them any more, which each of them says itself. */
@Singleton
class RequestRetention implements RetentionRules {

    @Override
    public List<RetentionRule> rules() {
        return List.of(
                new RetentionRule(
                        "requests",
                        Sql.named("retention/requests"),
                        Sql.named("retention/oldest-request"),
                        Period.ZERO));
    }
}
