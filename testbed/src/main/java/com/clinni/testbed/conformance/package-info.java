/**
 * Conformance suites: the promises that every service keeps in the same way, checked from outside.
 */
package com.clinni.testbed.conformance;
