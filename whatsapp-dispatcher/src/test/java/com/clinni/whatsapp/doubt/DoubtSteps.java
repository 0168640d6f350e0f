package com.clinni.whatsapp.doubt;

import jakarta.enterprise.context.ApplicationScoped;

/** Looks into doubts once. */
@ApplicationScoped
public class DoubtSteps {

    private final Reconciler reconciler;
    private final StaleIntents staleIntents;

    DoubtSteps(Reconciler reconciler, StaleIntents staleIntents) {
        this.reconciler = reconciler;
        this.staleIntents = staleIntents;
    }

    public void reconcile() throws InterruptedException {
        reconciler.reconcile();
    }

    public void doubtStaleIntents() {
        staleIntents.doubtStaleIntents();
    }
}
