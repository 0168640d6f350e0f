package com.clinni.whatsapp.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Hands records to the two inboxes. */
@ApplicationScoped
public class IntakeSteps {

    private final Inbox inbox;
    private final WithdrawalInbox withdrawals;

    IntakeSteps(Inbox inbox, WithdrawalInbox withdrawals) {
        this.inbox = inbox;
        this.withdrawals = withdrawals;
    }

    public void receive(ConsumerRecords<String, byte[]> messages) {
        inbox.receive(messages);
    }

    public void withdraw(ConsumerRecords<String, byte[]> withdrawn) {
        withdrawals.receive(withdrawn);
    }
}
