package com.clinni.testbed.simulator;

import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.channel.SimulatedChannel;
import com.clinni.testbed.simulator.http.HttpAnswer;
import com.clinni.testbed.simulator.http.HttpListener;
import com.clinni.testbed.simulator.http.Json;
import com.clinni.testbed.simulator.http.Request;
import com.clinni.testbed.simulator.mail.MailSimulator;
import com.clinni.testbed.simulator.sms.SmsAccount;
import com.clinni.testbed.simulator.sms.SmsSenders;
import com.clinni.testbed.simulator.sms.SmsSimulator;
import com.clinni.testbed.simulator.whatsapp.WhatsAppSimulator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /_sim}: what recipients received, and how the channels behave. It is never down. */
public final class ControlServer implements AutoCloseable {

    private final Map<String, SimulatedChannel> channels;
    private final WhatsAppSimulator whatsApp;
    private final WhatsAppControl whatsAppControl;
    private final SmsSimulator sms;
    private final HttpListener listener;

    public ControlServer(
            String host,
            int port,
            WhatsAppSimulator whatsApp,
            SmsSimulator sms,
            MailSimulator mail) {
        this.whatsApp = whatsApp;
        whatsAppControl = new WhatsAppControl(whatsApp);
        this.sms = sms;
        channels =
                List.<SimulatedChannel>of(whatsApp, sms, mail).stream()
                        .collect(Collectors.toMap(SimulatedChannel::name, channel -> channel));
        listener = new HttpListener(host, port, this::answer);
    }

    public int port() {
        return listener.port();
    }

    @Override
    public void close() {
        listener.close();
    }

    private HttpAnswer answer(Request request) throws InterruptedException {
        if (isFromPage(request)) {
            return HttpAnswer.problem(403, "Pages of other sites change nothing here.");
        }
        var path = request.path();
        var channel = path.size() < 2 ? null : channels.get(path.get(1));
        if (channel == null || !path.get(0).equals("_sim")) {
            return HttpAnswer.problem(
                    404, "There is only /_sim/whatsapp, /_sim/mail and /_sim/sms.");
        }
        var call = request.method() + " " + String.join("/", path.subList(2, path.size()));
        return switch (call) {
            case "GET " -> HttpAnswer.json(200, received(channel, request.query()));
            case "GET count" -> HttpAnswer.json(200, Map.of("count", channel.received().size()));
            case "GET mode" -> HttpAnswer.json(200, channel.behaviour());
            case "POST mode" -> {
                channel.behave(behaviour(Json.readObject(request.body())));
                yield HttpAnswer.json(200, channel.behaviour());
            }
            case "GET balance" -> balance(channel);
            case "POST balance" -> {
                if (channel == sms) {
                    sms.account().behave(terms(Json.readObject(request.body())));
                }
                yield balance(channel);
            }
            case "GET senders" -> senders(channel);
            case "POST senders" -> {
                if (channel == sms) {
                    sms.senders().register(SmsSenders.names(Json.readObject(request.body())));
                }
                yield senders(channel);
            }
            default ->
                    channel == whatsApp
                            ? whatsAppControl.answer(call, request)
                            : unknown(channel.name());
        };
    }

    /** This port has no pages: whatever a page sends here, somebody's browser was made to send. */
    private static boolean isFromPage(Request request) {
        return !request.method().equals("GET")
                && !(request.header("origin") + request.header("sec-fetch-site")).isEmpty();
    }

    static HttpAnswer unknown(String channel) {
        return HttpAnswer.problem(404, "There is no such thing to ask of " + channel + ".");
    }

    private HttpAnswer balance(SimulatedChannel channel) {
        return channel == sms
                ? HttpAnswer.json(200, sms.account().terms())
                : HttpAnswer.problem(404, "Only SMS have a balance.");
    }

    private HttpAnswer senders(SimulatedChannel channel) {
        return channel == sms
                ? HttpAnswer.json(200, Map.of("registered", sms.senders().registered()))
                : HttpAnswer.problem(404, "Only SMS have registered senders.");
    }

    private static SmsAccount.Terms terms(JsonNode body) {
        try {
            return Json.MAPPER.treeToValue(body, SmsAccount.Terms.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The account's terms cannot be read.", e);
        }
    }

    /** All, or so many of what came after the first ones: a long record is read in pieces. */
    private static List<?> received(SimulatedChannel channel, Map<String, String> query) {
        var all = channel.received();
        var from = number(query.get("after"), 0, all.size());
        return all.subList(from, from + number(query.get("limit"), all.size(), all.size() - from));
    }

    private static int number(@Nullable String text, int otherwise, int most) {
        var number = text == null || text.isEmpty() ? otherwise : Long.parseLong(text);
        return Math.clamp(number, 0, most);
    }

    /** What the record that refuses its values says of them. */
    static String reason(ValueInstantiationException e) {
        var cause = e.getCause();
        var reason = cause == null ? null : cause.getMessage();
        return reason == null ? e.getOriginalMessage() : reason;
    }

    private static Behaviour behaviour(JsonNode body) {
        try {
            return Json.MAPPER.treeToValue(body, Behaviour.class);
        } catch (ValueInstantiationException e) {
            throw new IllegalArgumentException(reason(e), e);
        } catch (InvalidFormatException e) {
            throw new IllegalArgumentException(
                    "The mode must be one of " + Arrays.toString(Mode.values()) + ".", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The mode's settings cannot be read.", e);
        }
    }
}
