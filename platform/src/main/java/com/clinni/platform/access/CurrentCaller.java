package com.clinni.platform.access;

import com.clinni.platform.http.Problem;
import io.quarkus.arc.Arc;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The caller that the running code acts for: the one it was started for by {@link #run} or {@link
 * #call}, else the one of the current request, else nobody. Threads that are started do not inherit
 * it.
 */
public final class CurrentCaller {

    private static final ScopedValue<Caller> STARTED_FOR = ScopedValue.newInstance();

    /** Set by testbed for the threads that run tests, and by nobody else. */
    private static final ThreadLocal<Caller> OF_TEST = new ThreadLocal<>();

    private CurrentCaller() {}

    /** Never null: where nobody is known it is {@link Caller#NOBODY}. */
    public static Caller get() {
        if (STARTED_FOR.isBound()) {
            return STARTED_FOR.get();
        }
        var ofTest = OF_TEST.get();
        return ofTest == null ? ofRequest() : ofTest;
    }

    /** Runs work for a caller, whoever was it before. */
    public static void run(Caller caller, Runnable work) {
        ScopedValue.where(STARTED_FOR, caller).run(work);
    }

    /** What work for a caller returns, whoever was it before. */
    public static <T> T call(Caller caller, Supplier<T> work) {
        return ScopedValue.where(STARTED_FOR, caller).call(work::get);
    }

    /** As {@link #call}, for work that may throw anything. */
    static @Nullable Object callChecked(Caller caller, Callable<@Nullable Object> work)
            throws Exception {
        return ScopedValue.where(STARTED_FOR, caller).call(work::call);
    }

    /**
     * Refuses a caller without that role, where what a body asks for needs more than its route.
     *
     * @param field what asks for it
     */
    public static void require(Role role, String field) {
        if (!get().roles().contains(role)) {
            throw Problem.of(403, "ROLE_NOT_ALLOWED", field);
        }
    }

    private static Caller ofRequest() {
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return Caller.NOBODY;
        }
        return container.instance(RequestCaller.class).get().get();
    }
}
