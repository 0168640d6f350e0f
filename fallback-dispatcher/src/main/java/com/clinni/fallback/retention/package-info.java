/** Retention of dead letters, replays and what is remembered of them. */
package com.clinni.fallback.retention;
