package com.clinni.testbed.simulator;

/** The simulators as a process of their own, told by environment variables. */
public final class SimulatorsMain {

    private SimulatorsMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            var simulators = Simulators.start(SimulatorSettings.from(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(simulators::close));
            System.out.println("simulators ready on port " + simulators.control().port());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        Thread.currentThread().join();
    }
}
