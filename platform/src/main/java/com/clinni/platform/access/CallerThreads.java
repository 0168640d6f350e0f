package com.clinni.platform.access;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Virtual threads that act for whoever handed them their work. Threads inherit no caller by
 * themselves, and what acts for nobody finds no row.
 */
@Singleton
public class CallerThreads extends AbstractExecutorService {

    private final ExecutorService threads;

    CallerThreads(@VirtualThreads ExecutorService threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable work) {
        var caller = CurrentCaller.get();
        threads.execute(() -> CurrentCaller.run(caller, work));
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(time, unit);
    }
}
