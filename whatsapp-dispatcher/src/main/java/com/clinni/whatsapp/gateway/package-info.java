/** The seam to WhatsApp: one small interface; every gateway has a package of its own below. */
package com.clinni.whatsapp.gateway;
