/**
 * Compares what was due, what patients saw and what the system says of it; trusts nobody's books.
 */
package com.clinni.faultharness.check;
