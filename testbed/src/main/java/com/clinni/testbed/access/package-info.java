/**
 * Suites that prove, over HTTP, who may do what at a service, and that a clinic is its own world.
 */
package com.clinni.testbed.access;
