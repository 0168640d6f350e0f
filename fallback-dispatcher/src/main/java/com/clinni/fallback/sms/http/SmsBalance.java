package com.clinni.fallback.sms.http;

/** The provider's answer to a question for our balance. */
public sealed interface SmsBalance {

    /** So much is left. */
    record Left(long segments) implements SmsBalance {}

    /** It said something that is no balance: we may be in debt, or read it wrongly. */
    record Odd() implements SmsBalance {}

    /** It said nothing about it: an outage of that address says nothing about our credit. */
    record Untold(String observation) implements SmsBalance {}
}
