package com.clinni.fallback.provider;

/** The kind of a provider: a real one, with people at the other end, or a simulator. */
public enum ProviderKind {
    /** Nothing leaves the machine: everyone may be written to. */
    SIMULATOR,
    REAL
}
