package com.clinni.fallback.sms.smpp;

import com.clinni.fallback.sms.gateway.ReceiptSink;
import com.clinni.fallback.sms.gateway.SmsReceipt;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Receipts as they were taken, or why they were not. */
final class RecordedReceipts implements ReceiptSink {

    final List<SmsReceipt> taken = new CopyOnWriteArrayList<>();
    final List<String> skipped = new CopyOnWriteArrayList<>();
    volatile boolean isAway;

    @Override
    public void take(SmsReceipt receipt) {
        if (isAway) {
            throw new IllegalStateException("no database");
        }
        taken.add(receipt);
    }

    @Override
    public void skip(String why) {
        skipped.add(why);
    }
}
