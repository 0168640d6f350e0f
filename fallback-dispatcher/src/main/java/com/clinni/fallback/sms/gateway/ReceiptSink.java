package com.clinni.fallback.sms.gateway;

/** The place where adapters put the receipts of SMS that they receive. */
public interface ReceiptSink {

    /**
     * Stores a receipt; a repeated one changes nothing.
     *
     * @throws RuntimeException when it cannot be stored: the adapter must not confirm it to the
     *     provider, which will then repeat it
     */
    void take(SmsReceipt receipt);

    /**
     * Counts a receipt that cannot be used.
     *
     * @param why a constant for metrics and logs, never a part of the receipt
     */
    void skip(String why);
}
