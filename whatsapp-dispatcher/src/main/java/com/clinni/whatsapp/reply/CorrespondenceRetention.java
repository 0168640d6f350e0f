package com.clinni.whatsapp.reply;

import com.clinni.platform.database.Sql;
import com.clinni.platform.retention.RetentionConfig;
import com.clinni.platform.retention.RetentionRule;
import com.clinni.platform.retention.RetentionRules;
import jakarta.inject.Singleton;
import java.time.Period;
import java.util.List;

/** People who wrote and numbers that were written to are forgotten by age. */
@Singleton
class CorrespondenceRetention implements RetentionRules {

    /** Older ones are not believed; a gateway's clock may be a day ahead. */
    private static final Period WEBHOOKS = Period.ofDays(8);

    /** As long as a gateway may tell of the same message again. */
    private static final Period A_WEEK = Period.ofDays(7);

    private final RetentionConfig config;

    CorrespondenceRetention(RetentionConfig config) {
        this.config = config;
    }

    @Override
    public List<RetentionRule> rules() {
        return List.of(
                new RetentionRule(
                        "webhooks",
                        Sql.named("retention/webhooks"),
                        Sql.named("retention/oldest-webhook"),
                        WEBHOOKS),
                new RetentionRule(
                        "inbound",
                        Sql.named("retention/inbound"),
                        Sql.named("retention/oldest-inbound"),
                        A_WEEK),
                new RetentionRule(
                        "task-ids",
                        Sql.named("retention/task-ids"),
                        Sql.named("retention/oldest-task-id"),
                        A_WEEK),
                new RetentionRule(
                        "canaries",
                        Sql.named("retention/canaries"),
                        Sql.named("retention/oldest-canary"),
                        A_WEEK),
                new RetentionRule(
                        "replies",
                        Sql.named("retention/replies"),
                        Sql.named("retention/oldest-reply"),
                        config.inbound()),
                new RetentionRule(
                        "checked-numbers",
                        Sql.named("retention/checked-numbers"),
                        Sql.named("retention/oldest-checked-number"),
                        config.contactData()),
                new RetentionRule(
                        "hidden-numbers",
                        Sql.named("retention/hidden-numbers"),
                        Sql.named("retention/oldest-hidden-number"),
                        config.contactData()));
    }
}
