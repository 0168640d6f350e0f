package com.clinni.appointments.task;

import com.clinni.platform.database.Sql;
import com.clinni.platform.retention.RetentionConfig;
import com.clinni.platform.retention.RetentionRule;
import com.clinni.platform.retention.RetentionRules;
import jakarta.inject.Singleton;
import java.util.List;

/** Tasks go by age, ticked off or not: the visits that they speak of are long past then. */
@Singleton
class TaskRetention implements RetentionRules {

    private final RetentionConfig config;

    TaskRetention(RetentionConfig config) {
        this.config = config;
    }

    @Override
    public List<RetentionRule> rules() {
        return List.of(
                new RetentionRule(
                        "tasks",
                        Sql.named("retention/tasks"),
                        Sql.named("retention/oldest-task"),
                        config.inbound()));
    }
}
