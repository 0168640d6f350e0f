package com.clinni.testbed.simulator.mail;

import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Ledger;
import com.clinni.testbed.simulator.channel.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** An e-mail on its way in. */
final class SmtpDelivery implements MessageHandler {

    private final MessageContext context;
    private final SmtpConnections connections;
    private final Ledger<ReceivedMail> inboxes;
    private final Behaviour share;
    private final Supplier<Behaviour> behaviour;
    private final Clock clock;
    private final List<String> recipients = new ArrayList<>();

    SmtpDelivery(
            MessageContext context,
            SmtpConnections connections,
            Ledger<ReceivedMail> inboxes,
            Supplier<Behaviour> behaviour,
            Clock clock) {
        this.context = context;
        this.connections = connections;
        this.inboxes = inboxes;
        this.share = behaviour.get().thisTime();
        this.behaviour = behaviour;
        this.clock = clock;
    }

    @Override
    public void from(String from) {}

    @Override
    public void recipient(String recipient) throws RejectException {
        switch (behaviour().mode()) {
            case ERROR_503 -> throw new RejectException(451, "4.3.0 Try again later");
            case ERROR_500 -> throw new RejectException(550, "5.1.1 No such mailbox");
            default -> recipients.add(recipient);
        }
    }

    @Override
    public @Nullable String data(InputStream data) throws IOException {
        var bytes = data.readAllBytes();
        var mails = Mails.read(bytes, recipients, clock.instant());
        mails.forEach(inboxes::append);
        var now = behaviour();
        if (now.is(Mode.HANG_AFTER_SENDING)) {
            connections.cut(context.getRemoteAddress());
        }
        try {
            now.delay();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    @Override
    public void done() {}

    /** The same for all of a mail when only a share of them is treated so. */
    private Behaviour behaviour() {
        var now = behaviour.get();
        return now.share() == null ? now : share;
    }
}
