/**
 * The HTTP server that each simulator answers with, and that can be taken down and put up again.
 */
package com.clinni.testbed.simulator.http;
