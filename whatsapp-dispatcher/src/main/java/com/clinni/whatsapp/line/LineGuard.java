package com.clinni.whatsapp.line;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.SendOutcome;
import java.util.concurrent.Callable;

/** Stands between a line and its sends, and says how much trouble is too much. */
public interface LineGuard {

    /**
     * Runs one send; what the guard itself does to it is an outcome too.
     *
     * @param to who it is for: errors that repeat about one recipient count once
     */
    SendOutcome call(ChatId to, Callable<SendOutcome> send);

    /** The line's row let a call through: what is remembered of failures is from before. */
    void letThrough();
}
