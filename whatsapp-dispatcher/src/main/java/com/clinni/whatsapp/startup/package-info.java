/** What must hold before the service starts. */
package com.clinni.whatsapp.startup;
