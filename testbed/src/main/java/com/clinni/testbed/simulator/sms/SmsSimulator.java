package com.clinni.testbed.simulator.sms;

import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Ledger;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.channel.SimulatedChannel;
import com.clinni.testbed.simulator.http.HttpListener;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An SMS provider with a small HTTP contract under {@code /sms}, and the phones behind it. */
public final class SmsSimulator implements SimulatedChannel {

    private static final Set<Mode> MODES =
            EnumSet.of(
                    Mode.OK,
                    Mode.DOWN,
                    Mode.ERROR_503,
                    Mode.ERROR_500,
                    Mode.RATE_LIMITED,
                    Mode.HANG_AFTER_SENDING,
                    Mode.SLOW,
                    Mode.GARBAGE,
                    Mode.NO_BALANCE,
                    Mode.UNDELIVERED,
                    Mode.SENDER_BLOCKED);

    private final Ledger<ReceivedSms> phones;
    private final SmsAccount account = new SmsAccount();
    private final SmsSenders senders = new SmsSenders();
    private final SmsWebhook webhook;
    private final HttpListener listener;
    private volatile Behaviour behaviour = Behaviour.OK;

    /** On the loopback address; port 0 takes any. */
    public SmsSimulator(int port, Path directory, String apiKey) {
        this("127.0.0.1", port, directory, apiKey);
    }

    public SmsSimulator(String host, int port, Path directory, String apiKey) {
        this(host, port, directory, apiKey, null, "", Clock.systemUTC());
    }

    /**
     * @param receiver where receipts are posted, if anywhere
     * @param receiptKey what they are signed with
     */
    public SmsSimulator(
            String host,
            int port,
            Path directory,
            String apiKey,
            @Nullable URI receiver,
            String receiptKey,
            Clock clock) {
        webhook = new SmsWebhook(receiver, receiptKey);
        phones = new Ledger<>(directory.resolve("sms.jsonl"), ReceivedSms.class);
        var api = new SmsApi(apiKey, phones, account, senders, webhook, this::behaviour, clock);
        listener = new HttpListener(host, port, api);
    }

    @Override
    public String name() {
        return "sms";
    }

    @Override
    public Set<Mode> modes() {
        return MODES;
    }

    @Override
    public List<ReceivedSms> received() {
        return phones.entries();
    }

    @Override
    public Behaviour behaviour() {
        return behaviour;
    }

    @Override
    public synchronized void behave(Behaviour wanted) {
        check(wanted);
        behaviour = wanted;
        if (wanted.is(Mode.DOWN)) {
            listener.close();
        } else {
            listener.open();
        }
    }

    @Override
    public int port() {
        return listener.port();
    }

    /** What is left of the provider's credit, and how it tells. */
    public SmsAccount account() {
        return account;
    }

    /** Who is registered as a sender. */
    public SmsSenders senders() {
        return senders;
    }

    /** The provider's address, without {@code /sms}. */
    public String url() {
        return "http://localhost:" + port();
    }

    @Override
    public void close() {
        listener.close();
        webhook.close();
        phones.close();
    }
}
