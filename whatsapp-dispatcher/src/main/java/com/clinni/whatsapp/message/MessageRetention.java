package com.clinni.whatsapp.message;

import com.clinni.platform.database.Sql;
import com.clinni.platform.retention.RetentionConfig;
import com.clinni.platform.retention.RetentionRule;
import com.clinni.platform.retention.RetentionRules;
import jakarta.inject.Singleton;
import java.time.Period;
import java.util.List;

/**
 * Messages lose the record that they came in, then number and text, and go when no report counts
 * them any more.
 */
@Singleton
class MessageRetention implements RetentionRules {

    private static final Period A_DAY = Period.ofDays(1);

    /** Dead letters, and with them replays, live for 30 days. */
    private static final Period WITHDRAWALS = Period.ofDays(60);

    private final RetentionConfig config;

    MessageRetention(RetentionConfig config) {
        this.config = config;
    }

    @Override
    public List<RetentionRule> rules() {
        return List.of(
                new RetentionRule(
                        "record-bytes",
                        Sql.named("retention/record-bytes"),
                        Sql.named("retention/oldest-record-bytes"),
                        config.recordBytes()),
                new RetentionRule(
                        "texts",
                        Sql.named("retention/texts"),
                        Sql.named("retention/oldest-text"),
                        config.texts()),
                new RetentionRule(
                        "messages",
                        Sql.named("retention/messages"),
                        Sql.named("retention/oldest-message"),
                        config.history()),
                new RetentionRule(
                        "receipts",
                        Sql.named("retention/receipts"),
                        Sql.named("retention/oldest-receipt"),
                        A_DAY),
                new RetentionRule(
                        "turns",
                        Sql.named("retention/turns"),
                        Sql.named("retention/oldest-turn"),
                        A_DAY),
                new RetentionRule(
                        "withdrawals",
                        Sql.named("retention/withdrawals"),
                        Sql.named("retention/oldest-withdrawal"),
                        WITHDRAWALS));
    }
}
