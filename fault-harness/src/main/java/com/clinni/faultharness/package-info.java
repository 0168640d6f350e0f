/** {@code make faults}: the system under faults, judged by what patients saw. */
package com.clinni.faultharness;
