# shellcheck shell=bash
# How ./run starts Payara Micro and gives it the credentials by each means.
DEFAULT_CREDENTIALS=credentials-file

start_server() {
    cp "$config/loopback.asadmin" "$folder/preboot.asadmin"
    case $credentials in
        credentials-file) use_credentials_file ;;
        secrets-directory) filled_files "$config/secrets-directory" "$folder/secrets" ;;
        password-alias)
            filled "$config/password-alias/client-id.properties" >>"$folder/settings.properties"
            filled "$config/password-alias/alias.password" >"$folder/alias.password"
            cat "$config/password-alias/alias.asadmin" >>"$folder/preboot.asadmin"
            ;;
    esac
    deploy_into "$folder/deployments"
    launch java -jar "$home/payara-micro.jar" \
        --nohazelcast --disablephonehome --port "$port" --rootdir "$folder/root" \
        --prebootcommandfile "$folder/preboot.asadmin" --systemproperties "$folder/settings.properties" \
        --secretsdir "$folder/secrets" --deploymentdir "$folder/deployments"
}
