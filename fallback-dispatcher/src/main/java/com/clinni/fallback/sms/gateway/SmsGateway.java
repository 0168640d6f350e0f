package com.clinni.fallback.sms.gateway;

import com.clinni.fallback.provider.SendOutcome;

/** An SMS provider. Never throws for a delivery problem: the outcome says it. */
public interface SmsGateway {

    /** Sends once. A provider that knows the reference already must not send it again. */
    SendOutcome send(Sms sms);

    /** What became of a send we are unsure of, as far as this provider can tell. */
    Lookup lookup(String reference);

    /** Called now and then, so that what the provider tells by itself can arrive. */
    default void keepReady() {}

    /** Ends what is open. */
    default void close() {}

    /** What the provider says about a reference. */
    sealed interface Lookup {

        /** It has the message. */
        record Found(String providerId) implements Lookup {}

        /** It says that it never had it. */
        record Absent() implements Lookup {}

        /** It could not tell. */
        record Unknown(String observation) implements Lookup {}
    }
}
