/** Digests of personal data, made with a secret of the installation. */
package com.clinni.events.digest;
