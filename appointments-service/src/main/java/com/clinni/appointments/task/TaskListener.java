package com.clinni.appointments.task;

import com.clinni.events.EventReader;
import com.clinni.events.TaskRaised;
import com.clinni.events.Topics;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.intake.BatchIntake;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Stores what patients wrote for the clinics' day pages. */
@ApplicationScoped
class TaskListener {

    private final EventReader<TaskRaised> reader =
            new EventReader<>(TaskRaised.class, Topics.TASK_RAISED);
    private final BatchIntake intake;
    private final OpenTasks tasks;

    TaskListener(BatchIntake intake, OpenTasks tasks) {
        this.intake = intake;
        this.tasks = tasks;
    }

    @ActsForService("consume-task-raised")
    @Incoming("task-raised")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        intake.take(records, reader, tasks::store);
    }
}
