package com.clinni.faultharness.run;

import com.clinni.faultharness.plan.Fault;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Does several rows of faults in parallel, each row in its order. */
public record ParallelFaults(FaultInjector striking, PrintStream out) {

    /** Without a word. */
    public ParallelFaults(FaultInjector striking) {
        this(striking, new PrintStream(PrintStream.nullOutputStream()));
    }

    public void strike(Collection<? extends List<? extends Fault>> rows)
            throws InterruptedException {
        try (var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = rows.stream().<Callable<Void>>map(row -> () -> strikeInOrder(row)).toList();
            for (var lane : lanes.invokeAll(all)) {
                lane.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fault could not be done", e.getCause());
        }
    }

    private Void strikeInOrder(List<? extends Fault> row) throws InterruptedException {
        for (var fault : row) {
            out.println("  did " + striking.strike(fault));
        }
        return null;
    }
}
