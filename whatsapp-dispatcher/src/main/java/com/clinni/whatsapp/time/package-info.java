/** The clocks, so that nobody else reads them. */
package com.clinni.whatsapp.time;
