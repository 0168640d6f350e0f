package com.clinni.fallback.sms.smpp;

import com.clinni.fallback.sms.ReceiptSink;
import com.clinni.fallback.sms.SmsReceipts.Receipt;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Receipts as they were taken, or why they were not. */
final class Told implements ReceiptSink {

    final List<Receipt> taken = new CopyOnWriteArrayList<>();
    final List<String> skipped = new CopyOnWriteArrayList<>();
    volatile boolean isAway;

    @Override
    public void take(Receipt receipt) {
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
