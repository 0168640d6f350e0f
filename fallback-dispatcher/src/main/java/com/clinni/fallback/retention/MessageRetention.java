package com.clinni.fallback.retention;

import com.clinni.platform.database.Sql;
import com.clinni.platform.retention.RetentionConfig;
import com.clinni.platform.retention.RetentionRule;
import com.clinni.platform.retention.RetentionRules;
import jakarta.inject.Singleton;
import java.time.Period;
import java.util.List;

/** Messages lose their record first, and go when no report counts them any more. */
@Singleton
class MessageRetention implements RetentionRules {

    /** Dead letters, and with them replays, live for 30 days. */
    private static final Period WITHDRAWALS = Period.ofDays(60);

    private static final Period A_DAY = Period.ofDays(1);

    private final RetentionConfig config;

    MessageRetention(RetentionConfig config) {
        this.config = config;
    }

    @Override
    public List<RetentionRule> rules() {
        return List.of(
                new RetentionRule(
                        "records",
                        Sql.named("retention/records"),
                        Sql.named("retention/oldest-record"),
                        config.texts()),
                new RetentionRule(
                        "messages",
                        Sql.named("retention/messages"),
                        Sql.named("retention/oldest-message"),
                        config.history()),
                new RetentionRule(
                        "replays",
                        Sql.named("retention/replays"),
                        Sql.named("retention/oldest-replay"),
                        config.history()),
                new RetentionRule(
                        "replay-progress",
                        Sql.named("retention/progress"),
                        Sql.named("retention/oldest-progress"),
                        config.history()),
                new RetentionRule(
                        "forecasts",
                        Sql.named("retention/forecasts"),
                        Sql.named("retention/oldest-forecast"),
                        config.history()),
                new RetentionRule(
                        "withdrawals",
                        Sql.named("retention/withdrawals"),
                        Sql.named("retention/oldest-withdrawal"),
                        WITHDRAWALS),
                new RetentionRule(
                        "receipts",
                        Sql.named("retention/receipts"),
                        Sql.named("retention/oldest-receipt"),
                        A_DAY));
    }
}
