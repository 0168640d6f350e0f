/** The identity provider of the local system: demo people, and tokens for whoever asks. */
package com.clinni.identity;
