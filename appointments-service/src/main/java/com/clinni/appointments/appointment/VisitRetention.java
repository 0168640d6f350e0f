package com.clinni.appointments.appointment;

import com.clinni.platform.database.Sql;
import com.clinni.platform.retention.RetentionConfig;
import com.clinni.platform.retention.RetentionRule;
import com.clinni.platform.retention.RetentionRules;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Visits lose their patient's name and addresses first, and go with their reminders and history
 * when no report counts them any more.
 */
@Singleton
class VisitRetention implements RetentionRules {

    private final RetentionConfig config;

    VisitRetention(RetentionConfig config) {
        this.config = config;
    }

    @Override
    public List<RetentionRule> rules() {
        return List.of(
                new RetentionRule(
                        "contact-data",
                        Sql.named("retention/contact-data"),
                        Sql.named("retention/oldest-contact-data"),
                        config.contactData()),
                new RetentionRule(
                        "visits",
                        Sql.named("retention/visits"),
                        Sql.named("retention/oldest-visit"),
                        config.history()),
                new RetentionRule(
                        "forecasts",
                        Sql.named("retention/forecasts"),
                        Sql.named("retention/oldest-forecast"),
                        config.history()));
    }
}
