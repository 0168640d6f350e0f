package com.clinni.platform.retention;

import java.util.List;

/** The rules for one feature's data. {@link RetentionLoop} asks every bean of this type. */
public interface RetentionRules {

    List<RetentionRule> rules();
}
