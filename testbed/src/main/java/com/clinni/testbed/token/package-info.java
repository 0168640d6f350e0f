/** Tokens for the tests of services, which need no identity provider, and whoever those act for. */
package com.clinni.testbed.token;
