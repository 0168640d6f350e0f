package com.clinni.fallback.sms.gateway;

/** Where adapters put what providers tell about SMS they took. */
public interface ReceiptSink {

    /** Stores it; the same one again is no news. */
    void take(SmsReceipt receipt);

    /** One that says nothing we can use, and why. */
    void skip(String why);
}
