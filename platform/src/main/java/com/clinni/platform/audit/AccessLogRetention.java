package com.clinni.platform.audit;

import com.clinni.platform.database.Sql;
import com.clinni.platform.retention.RetentionConfig;
import com.clinni.platform.retention.RetentionRule;
import com.clinni.platform.retention.RetentionRules;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The access log's rows go when they are as old as the settings say, and never before two years.
 */
@Singleton
class AccessLogRetention implements RetentionRules {

    private final RetentionConfig config;

    AccessLogRetention(RetentionConfig config) {
        this.config = config;
    }

    @Override
    public List<RetentionRule> rules() {
        return List.of(
                RetentionRule.byFunction(
                        "access-log",
                        Sql.named("access-log/forget"),
                        Sql.named("access-log/oldest"),
                        config.audit()));
    }
}
