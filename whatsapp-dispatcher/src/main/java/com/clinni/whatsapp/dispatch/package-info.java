/** What the service publishes and puts aside, and what it is configured with. */
package com.clinni.whatsapp.dispatch;
