package com.clinni.whatsapp.inbound;

import com.clinni.whatsapp.reply.Reply;

/** An answer that somebody is to get, unless they had one like it today. */
record ReplyRequest(UnansweredMessage to, Correspondents who, Reply.Kind kind, String text) {

    static ReplyRequest automatic(UnansweredMessage to, Correspondents who) {
        return new ReplyRequest(to, who, Reply.Kind.AUTOMATIC, ReplyTexts.automatic(who));
    }

    static ReplyRequest confirmation(UnansweredMessage to, Correspondents who) {
        return new ReplyRequest(to, who, Reply.Kind.OPT_OUT_CONFIRMED, ReplyTexts.optedOut(who));
    }

    @Override
    public String toString() {
        return "ReplyRequest[" + to.id() + "]";
    }
}
