package com.clinni.fallback.sms.gateway;

/** The place where adapters put the receipts of SMS that they receive. */
public interface ReceiptSink {

    /** Stores it; the same one again is no news. */
    void take(SmsReceipt receipt);

    /** One that says nothing we can use, and why. */
    void skip(String why);
}
