package com.clinni.appointments.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Checks whether a broker answers at this moment. */
@ApplicationScoped
public class KafkaAvailability {

    private static final int PATIENCE_SECONDS = 2;

    private final Admin admin;

    KafkaAvailability(Admin admin) {
        this.admin = admin;
    }

    public boolean answers() {
        try {
            admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        }
    }
}
